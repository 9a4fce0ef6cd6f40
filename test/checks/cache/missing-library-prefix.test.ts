import { missingLibraryPrefix } from '../../../src/checks/cache/missing-library-prefix.ts';
import { anImage } from '../../support/an-incident.ts';
import { aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const named = (repository: string) => ({ image: anImage({ repository }) });

testCheck(missingLibraryPrefix, {
  whole: [
    { when: 'library/ is there', facts: { importingRule: aRule() }, incident: named('hub/library/nginx') },
    { when: 'it is no official image', facts: { importingRule: aRule() }, incident: named('hub/bitnami/redis') },
    {
      when: 'the rule puts it there',
      facts: { importingRule: aRule({ upstreamPrefix: 'library' }) },
      incident: named('hub/nginx'),
      says: 'Docker Hub is asked for `library/nginx`, a name of a kind that it has.',
    },
  ],
  'no-library': [
    {
      when: 'one word is left of the name',
      facts: { importingRule: aRule() },
      incident: named('hub/nginx'),
      says: 'Docker Hub is asked for `nginx` and has no such name: its official images lie under `library/`, so the image is `hub/library/nginx`.',
    },
    {
      when: 'the rule covers every name',
      facts: { importingRule: aRule({ prefix: 'ROOT' }) },
      incident: named('nginx'),
      says: 'Docker Hub is asked for `nginx` and has no such name: its official images lie under `library/`, so the image is `library/nginx`.',
    },
    {
      when: 'AWS does not name the upstream',
      facts: { importingRule: aRule({ kind: null, upstreamPrefix: 'ROOT' }) },
      incident: named('hub/nginx'),
    },
  ],
  'other-upstream': [
    {
      when: 'it is cached from somewhere else',
      facts: { importingRule: aRule({ kind: 'k8s', upstream: 'registry.k8s.io' }) },
      incident: named('hub/pause'),
    },
  ],
  'nothing-to-import': [{ when: 'nothing is missing', facts: { importingRule: null } }],
});
