import { useEffect } from 'react';

/** Closes an open menu when one clicks elsewhere or presses Escape, as menus do. */
export function useClosingMenus(): void {
  useEffect(() => {
    const closeOthers = (target: EventTarget | null) => {
      for (const menu of document.querySelectorAll('details.menu[open]')) {
        if (!(target instanceof Node && menu.contains(target))) menu.removeAttribute('open');
      }
    };
    const onPointer = (event: PointerEvent) => closeOthers(event.target);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') closeOthers(null);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}
