import { isDigest, isRepository, isTag } from './image-grammar.ts';
import { placesAfter, type MessageText } from './message-text.ts';
import { NOTHING_KNOWN, readPartialHost, readPartialImage, type PartialImage } from './partial-image.ts';
import { DOCKER_HUB, isDockerHub, isPublicRegistry } from './registry-host.ts';
import { readReference } from './read-reference.ts';
import type { Sighting } from './sighting.ts';

/** Hosts that serve layers, tokens or AWS's own calls: they are no registry that a reference could name. */
const NO_REGISTRY =
  /(?:^|\.)(?:s3[.-]|api\.ecr[.-]|ecr\.[a-z0-9-]+\.api|cloudfront\.net|r2\.cloudflarestorage|pkg-containers|githubusercontent|auth\.|quayio-|storage\.googleapis)/;

/** Where a registry keeps its layers, on whatever host. Source: distribution, registry/storage/paths.go. */
const STORAGE = /\/docker\/registry\/v2\//;

/** Where registry.k8s.io sends its clients for their images. Source: kubernetes/registry.k8s.io. */
const KUBERNETES_STORE = 'k8s-artifacts-prod/images/';

/** As much of a call to docker's own API as can stand on one side of its image. */
const LONGEST_CALL = 300;

type Asked = Omit<Sighting, 'standing'>;

/** What a message says about the image elsewhere than in a reference: in URLs, ARNs, and the registry's own sentences. */
export function askedSightings(message: MessageText): Sighting[] {
  return [
    ...urls(message),
    ...arns(message),
    ...statusCodes(message),
    ...unknownNames(message),
    ...readManifests(message),
    ...created(message),
    ...dialled(message),
    ...lookedUp(message),
    ...dockerHub(message),
  ].map((sighting) => ({ ...sighting, standing: 'asked' }));
}

/** `https://HOST/v2/REPOSITORY/manifests/REFERENCE`. Source: OCI distribution specification, endpoints. */
function urls(message: MessageText): Asked[] {
  return [...placesAfter(message, 'https:/'), ...placesAfter(message, 'http://')].flatMap((place) => {
    const url = readReference(message.flat, place, true).written.replace(/^\/+/, '').replaceAll('"', '');
    const host = url.slice(0, url.indexOf('/'));
    const [, path = '', kind, asked = ''] =
      /\/v2\/(?:(.{1,300}?)\/(manifests|blobs|tags)\/(sha256:[0-9a-f]*|[^/:]{1,200}))?/.exec(url) ?? [];
    if (!isDockerHub(host) && (NO_REGISTRY.test(host) || STORAGE.test(url) || !url.includes('/v2'))) return [];
    const [registry, name] = path.startsWith(KUBERNETES_STORE)
      ? ['registry.k8s.io', path.slice(KUBERNETES_STORE.length)]
      : [host, path];
    const image: PartialImage = {
      ...(isRepository(name) ? readPartialImage(`${registry}/${name}`) : readPartialHost(registry)),
      tag: kind === 'manifests' && isTag(asked) ? asked : null,
      digest: kind === 'manifests' && isDigest(asked) ? asked : null,
    };
    return [{ image, weight: image.repository === null ? 1 : 2, place }];
  });
}

/** The resource of an IAM sentence. Source: service authorization reference, Amazon ECR. */
function arns(message: MessageText): Asked[] {
  return [
    ...placesAfter(message, 'arn:aws:ecr:'),
    ...placesAfter(message, 'arn:aws-cn:ecr:'),
    ...placesAfter(message, 'arn:aws-us-gov:ecr:'),
  ].flatMap((place) => {
    const { written } = readReference(message.flat, place, true);
    const [, region = '', account = '', repository = ''] = /^([^:]*):([^:]*):repository\/(.+)$/.exec(written) ?? [];
    if (!isRepository(repository)) return [];
    const from = readPartialHost(`${account}.dkr.ecr.${region}.amazonaws.com`);
    return [{ image: { ...from, registry: null, repository }, weight: 1, place }];
  });
}

/** Source: containerd before 1.7, core/remotes/docker: `pulling from host H failed with status code [manifests T]`. */
function statusCodes(message: MessageText): Asked[] {
  const hosts = placesAfter(message, 'pulling from host ').map((place): Asked => {
    const host = readReference(message.flat, place, true).written;
    return { image: readPartialHost(host), weight: 1, place };
  });
  const tags = placesAfter(message, '[manifests').map((place): Asked => {
    const [asked = ''] = message.flat
      .slice(place, place + 200)
      .replace(/\s/g, '')
      .split(']');
    const image = { ...NOTHING_KNOWN, tag: isTag(asked) ? asked : null, digest: isDigest(asked) ? asked : null };
    return { image, weight: 1, place };
  });
  return [...hosts, ...tags];
}

/** Source: Amazon ECR: `The repository with name 'N' does not exist in the registry with id 'A'`. */
function unknownNames(message: MessageText): Asked[] {
  return placesAfter(message, 'the repository with name ').flatMap((place) => {
    const repository = readReference(message.flat, place, true).written;
    if (!isRepository(repository)) return [];
    const rest = message.flat.slice(place, place + 500).replace(/\s/g, '');
    const account = /registrywithid'(\d{12})'/.exec(rest)?.[1] ?? null;
    return [{ image: { ...NOTHING_KNOWN, repository, account }, weight: 1, place }];
  });
}

/** Source: containers/image: `reading manifest T in R`. */
function readManifests(message: MessageText): Asked[] {
  return placesAfter(message, 'reading manifest ').flatMap((place) => {
    const match = /^\s*(\S{1,200})\s+in\s+/.exec(message.flat.slice(place, place + 300));
    if (match === null) return [];
    const name = readReference(message.flat, place + match[0].length, true).written;
    const asked = match[1] ?? '';
    const image = readPartialImage(name);
    return [{ image: { ...image, tag: isTag(asked) ? asked : image.tag }, weight: 2, place }];
  });
}

/** `/images/create?fromImage=NAME&tag=TAG`. Source: Docker Engine API, ImageCreate; docker-py quotes the call that failed. */
function created(message: MessageText): Asked[] {
  return placesAfter(message, 'fromImage=').map((place) => {
    const call = message.flat.slice(Math.max(0, place - LONGEST_CALL), place + LONGEST_CALL).replace(/\n/g, '');
    const tag = /images\/create\?(?:\S{0,300}&)?tag=([\w.-]{1,128})/.exec(call)?.[1] ?? null;
    const image = readPartialImage(
      readReference(message.flat, place, true).written.replaceAll('%2F', '/').replaceAll('%3A', ':'),
    );
    return { image: { ...image, tag: image.tag ?? tag }, weight: 2, place };
  });
}

/** The registry itself after `dial tcp`, as older clients print it. */
function dialled(message: MessageText): Asked[] {
  return placesAfter(message, 'dial tcp').flatMap((place) => {
    const host = readReference(message.flat, place, true).written.replace(/:\d+$/, '');
    return /\.dkr[.-]ecr/.test(host) ? [{ image: readPartialHost(host), weight: 1, place }] : [];
  });
}

/** `lookup HOST on 10.0.0.2:53: …`, when no other host than a registry has that name. Source: Go, net. */
function lookedUp(message: MessageText): Asked[] {
  return placesAfter(message, 'lookup ').flatMap((place) => {
    const host = readReference(message.flat, place, true).written.replace(/:\d+$/, '');
    return isPublicRegistry(host) ? [{ image: readPartialHost(host), weight: 1, place }] : [];
  });
}

/** Docker Hub says who limits, and only it does. */
function dockerHub(message: MessageText): Asked[] {
  const pages = ['docker.com/increase-rate-limit', 'docs.docker.com/docker-hub/download-rate-limit'];
  return pages
    .flatMap((page) => placesAfter(message, page))
    .map((place) => ({ image: readPartialHost(DOCKER_HUB), weight: 1, place }));
}
