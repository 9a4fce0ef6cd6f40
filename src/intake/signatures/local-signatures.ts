import { ofAnything, ofPulls } from './signature.ts';

/** What goes wrong on the machine that pulls, or with the name that it was given. */
export const LOCAL_SIGNATURES = [
  ...ofPulls('platform_mismatch', [
    ['no match for platform in manifest', 'containerd, images/image.go'],
    ['does not contain descriptor matching platform', 'Amazon ECS on Fargate, stopped task reason'],
    ['no matching manifest for ', 'moby, distribution/pull_v2.go'],
    ['no image found in image index for architecture', 'containers/image, manifest/oci_index.go'],
    ['no image found in manifest list for architecture', 'containers/image, manifest/docker_schema2_list.go'],
    ['choosing image instance: no image found', 'containers/image, copy'],
    ['cannot be used on this platform', 'moby, distribution/pull_v2.go'],
    ['was found but does not match the specified platform', 'moby, daemon/images'],
    ['does not match the specified platform', 'moby, daemon/images'],
    ['does not provide the specified platform', 'moby, containerd image store'],
    ['-based image is incompatible with a', 'moby, daemon/images/image_windows.go'],
  ]),
  // Only a warning when the image arrived; it is then run by an emulator.
  ...ofAnything('platform_mismatch', [['does not match the detected host platform', 'moby, daemon/create.go']]),
  ...ofAnything('disk_full', [
    ['no space left on', 'errno ENOSPC, as Go prints it'],
    ['disk quota exceeded', 'errno EDQUOT, as Go prints it'],
    ['not enough space on the disk', 'Windows, ERROR_DISK_FULL'],
  ]),
  ...ofPulls('invalid_reference', [
    ["couldn't parse image reference", 'kubernetes, pkg/kubelet/images/image_manager.go'],
    ["couldn't parse image name", 'kubernetes, pkg/kubelet/images/image_manager.go, newer'],
    ['InvalidImageName', 'kubernetes, pkg/kubelet/images/types.go'],
    ['could not parse reference', 'google/go-containerregistry, pkg/name; kaniko'],
    ['failed to parse image reference', 'containerd, CRI'],
    ['error parsing reference:', 'moby, reference'],
    ['failed to parse stage name', 'buildkit, frontend/dockerfile'],
    ['repository name must be lowercase', 'distribution/reference'],
    ['invalid reference format', 'distribution/reference'],
  ]),
  ...ofAnything('invalid_reference', [
    ['must be lowercase', 'distribution/reference'],
    ['invalid tag format', 'distribution/reference'],
    ['invalid checksum digest', 'opencontainers/go-digest'],
  ]),
];
