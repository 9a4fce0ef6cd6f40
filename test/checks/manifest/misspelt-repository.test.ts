import { misspeltRepository } from '../../../src/checks/manifest/misspelt-repository.ts';
import { anImage } from '../../support/an-incident.ts';
import { testCheck } from '../../support/test-check.ts';

const asked = (repository: string) => ({ image: anImage({ repository }) });

testCheck(misspeltRepository, {
  similar: [
    {
      when: 'a letter is wrong',
      facts: { repositoryNames: ['shop/web', 'shop/api'] },
      incident: asked('shop/apu'),
      says: 'The same registry has `shop/api`: the name may be misspelt.',
    },
    { when: 'a separator is wrong', facts: { repositoryNames: ['my-app'] }, incident: asked('my_app') },
    { when: 'the namespace is missing', facts: { repositoryNames: ['shop/api'] }, incident: asked('api') },
    { when: 'a namespace is too many', facts: { repositoryNames: ['api'] }, incident: asked('shop/api') },
    { when: 'the case differs', facts: { repositoryNames: ['shop/api'] }, incident: asked('shop/Api') },
  ],
  none: [
    { when: 'the registry is empty', facts: { repositoryNames: [] } },
    { when: 'the names have nothing in common', facts: { repositoryNames: ['billing/ledger'] } },
    { when: 'two short names differ in every letter', facts: { repositoryNames: ['bc'] }, incident: asked('ab') },
    { when: 'the same name lives in another namespace', facts: { repositoryNames: ['billing/api'] } },
  ],
});
