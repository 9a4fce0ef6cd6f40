import { ofAnything, ofPulls } from './signature.ts';

/** A layer came damaged, or not at all. */
export const LAYER_SIGNATURES = [
  ...ofPulls('layer_download_failed', [
    ['filesystem layer verification failed', 'moby, distribution/pull_v2.go'],
    ['failed to copy: httpReadSeeker', 'containerd, core/remotes/docker/httpreadseeker.go'],
    ['failed to copy: httpReaderSeeker', 'Amazon ECS developer guide, as it spells it'],
    ['httpReaderSeeker: failed open', 'Amazon ECS developer guide, as it spells it'],
    ['httpReadSeeker: failed open', 'containerd, core/remotes/docker/httpreadseeker.go'],
    ['error pulling image configuration', 'moby, distribution/pull_v2.go'],
    ['error pulling image conf', 'Amazon ECS developer guide'],
    ['error downloading layer', 'moby'],
    ['failed size validation', 'containerd, core/content'],
    ['unexpected commit digest', 'containerd, core/content'],
    ['unexpected commit size', 'containerd, core/content'],
    ['parsing image configuration: fetching blob', 'containers/image, docker transport'],
    ['reading blob sha256:', 'containers/image, docker transport'],
    ['writing blob: adding layer', 'containers/image, storage transport'],
    ["layers from manifest don't match image configuration", 'moby, distribution/pull_v2.go'],
  ]),
  ...ofAnything('layer_download_failed', [
    [
      'invalid memory address or nil pointer dereference',
      "Amazon ECS developer guide: the layers' bucket is out of reach",
    ],
    ['fetching blob', 'containers/image, docker transport'],
    ['reading blob', 'containers/image, docker transport'],
    ['writing blob', 'containers/image, storage transport'],
    ['unexpected EOF', 'Go, io'],
  ]),
];
