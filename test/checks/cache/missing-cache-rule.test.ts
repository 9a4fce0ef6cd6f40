import { missingCacheRule } from '../../../src/checks/cache/missing-cache-rule.ts';
import { anImage } from '../../support/an-incident.ts';
import { aRule } from '../../support/facts.ts';
import { testCheck } from '../../support/test-check.ts';

const named = (repository: string) => ({ image: anImage({ repository }) });
const NO_RULES = { pullThroughRules: [], rulesElsewhere: [] };

testCheck(missingCacheRule, {
  elsewhere: [
    {
      when: 'other Regions have the rule',
      facts: {
        pullThroughRules: [],
        rulesElsewhere: [
          { region: 'eu-west-1', rule: aRule() },
          { region: 'eu-north-1', rule: aRule() },
        ],
      },
      incident: named('hub/library/nginx'),
      says: 'A pull-through cache rule for `hub` exists in eu-west-1 and eu-north-1, and none in us-east-1: rules are of one Region.',
    },
  ],
  similar: [
    {
      when: 'a rule is written in another way',
      facts: { ...NO_RULES, pullThroughRules: [aRule({ prefix: 'docker-hub' }), aRule({ prefix: 'quay' })] },
      incident: named('dockerhub/library/nginx'),
      says: 'No pull-through cache rule covers the name, but there is one for `docker-hub`: one of them may be misspelt.',
    },
    {
      when: 'a rule of two parts is',
      facts: { ...NO_RULES, pullThroughRules: [aRule({ prefix: 'team/docker-hub' })] },
      incident: named('team/docker_hub/library/nginx'),
    },
  ],
  'called-so': [
    {
      when: 'caches of an upstream are called so',
      facts: NO_RULES,
      incident: named('ghcr.io/acme/tool'),
      says: 'The name begins with `ghcr.io`, as caches of the GitHub Container Registry are called, and no pull-through cache rule of us-east-1 covers it.',
    },
  ],
  'not-a-cache': [
    { when: 'the name could be anything', facts: NO_RULES, incident: named('shop/api') },
    {
      when: 'a rule covers only what stands behind its prefix',
      facts: { ...NO_RULES, pullThroughRules: [aRule({ prefix: 'docker-hub' })] },
      incident: named('docker_hub'),
    },
    { when: 'nothing stands behind the name of an upstream', facts: NO_RULES, incident: named('quay') },
    {
      when: 'the rules are about other names',
      facts: { ...NO_RULES, pullThroughRules: [aRule({ prefix: 'ROOT' }), aRule({ prefix: 'quay' })] },
      incident: named('shop/api'),
    },
  ],
});
