import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/layout.css';
import './styles/message.css';
import './styles/blocks.css';
import './styles/forms.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the workspace.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
