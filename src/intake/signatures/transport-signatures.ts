import { ofAnything } from './signature.ts';

/** How a connection fails. The same words stand in any log, so they say nothing about pulls by themselves. */
export const TRANSPORT_SIGNATURES = [
  ...ofAnything('tls', [
    ['x509:', 'Go, crypto/x509'],
    ['tls: ', 'Go, crypto/tls'],
    ['certificate signed by unknown authority', 'Go, crypto/x509'],
    ['certificate has expired or is not yet valid', 'Go, crypto/x509'],
    ['server gave HTTP response to HTTPS client', 'Go, net/http'],
    ['remote error: tls', 'Go, crypto/tls'],
  ]),
  ...ofAnything('dns', [
    ['no such host', 'Go, net'],
    ['server misbehaving', 'Go, net'],
    ['temporary failure in name resolution', 'glibc, getaddrinfo'],
    ['could not resolve host', 'curl'],
    ['name or service not known', 'glibc, getaddrinfo'],
  ]),
  ...ofAnything('connection_refused', [
    ['connect: connection refused', 'errno ECONNREFUSED, as Go prints it'],
    ['connection refused', 'errno ECONNREFUSED'],
    ['actively refused', 'Windows, WSAECONNREFUSED'],
  ]),
  ...ofAnything('timeout', [
    ['i/o timeout', 'Go, net'],
    ['TLS handshake timeout', 'Go, net/http'],
    ['context deadline exceeded', 'Go, context'],
    ['net/http: request canceled', 'Go, net/http'],
    ['request canceled while waiting for connection', 'Go, net/http'],
    ['Client.Timeout', 'Go, net/http'],
    ['awaiting headers', 'Go, net/http'],
    ['connection timed out', 'errno ETIMEDOUT'],
    ['connection timeout', 'errno ETIMEDOUT, as people shorten it'],
    ['timed out after waiting', 'amazon-ecs-agent, agent/engine: DockerTimeoutError'],
    ['inactivity time exceeded timeout', 'amazon-ecs-agent, agent/engine'],
    ['DeadlineExceeded', 'gRPC status'],
    ['operation timed out', 'errno ETIMEDOUT on BSD'],
    ['timeout awaiting response', 'Go, net/http'],
    ['a connection attempt failed', 'Windows, WSAETIMEDOUT'],
  ]),
  // What a look-up failed of comes last, and a message that is cut off may not have it.
  ...ofAnything('dns', [['dial tcp: lookup ', 'Go, net']]),
];
