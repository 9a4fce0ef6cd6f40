import { describe, expect, it } from 'vitest';
import { addressOwner } from '../../src/intake/address-ranges.ts';
import { findConnection } from '../../src/intake/connection.ts';
import { legOf } from '../../src/intake/host-leg.ts';
import { messageText } from '../../src/intake/message-text.ts';

const HOST = '210987654321.dkr.ecr.eu-west-1.amazonaws.com';

describe('findConnection', () => {
  it.each([
    [
      `Head "https://${HOST}/v2/a/manifests/1": x509: certificate signed by unknown authority. See https://docs.example.com/x`,
      { host: HOST, address: null, port: null, leg: 'manifest', addressOf: null },
    ],
    [
      'Head "https://192.168.0.4:5000/v2/cart/manifests/1": http: server gave HTTP response to HTTPS client',
      { host: null, address: '192.168.0.4', port: null, leg: null, addressOf: 'private' },
    ],
    [
      'Head https://k8s.gcr.io/v2/pause/manifests/3.1: dial tcp [2001:db8::52]:443: i/o timeout',
      { host: 'k8s.gcr.io', address: '2001:db8::52', port: 443, leg: 'manifest', addressOf: 'unknown' },
    ],
    [
      `Head "https://${HOST}/v2/a/manifests/1": dial tcp 10.0.3.4:443: i/o timeout`,
      { host: HOST, address: '10.0.3.4', port: 443, leg: 'manifest', addressOf: 'private' },
    ],
    [
      `Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 44.1.2.3:443: i/o timeout`,
      { host: 'api.ecr.eu-west-1.amazonaws.com', address: '44.1.2.3', port: 443, leg: 'token', addressOf: 'unknown' },
    ],
    [`dial tcp ${HOST}:443: i/o timeout`, { host: HOST, address: null, port: 443, leg: 'manifest', addressOf: null }],
    [
      `dial tcp: lookup ${HOST} on 10.0.0.2:53: no such host`,
      { host: HOST, address: null, port: null, leg: 'manifest', addressOf: null },
    ],
    [
      `Get "https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/x": dial tcp 52.1.1.1:443: i/o timeout`,
      {
        host: 'prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com',
        address: '52.1.1.1',
        port: 443,
        leg: 'layers',
        addressOf: 'unknown',
      },
    ],
    [
      `Get "https://localhost/v2/": dial tcp [::1]:443: connect: connection refused`,
      { host: 'localhost', address: '::1', port: 443, leg: null, addressOf: 'private' },
    ],
    [
      `Get https://${HOST}/v2/: net/http: request canceled while waiting for connection`,
      { host: HOST, address: null, port: null, leg: 'manifest', addressOf: null },
    ],
    ['dial tcp x.x.x.x:443: i/o timeout', { host: 'x.x.x.x', address: null, port: 443, leg: null, addressOf: null }],
    ['manifest unknown', null],
    [`Head "https://${HOST}/v2/a/manifests/1": 403 Forbidden`, null],
  ])('reads %j', (text, connection) => {
    expect(findConnection(messageText(text))).toEqual(connection);
  });
});

describe('legOf', () => {
  it.each([
    ['api.ecr.eu-west-1.amazonaws.com', 'token'],
    ['ecr.eu-west-1.api.aws', 'token'],
    ['ecr-fips.us-east-1.amazonaws.com', 'token'],
    ['auth.docker.io', 'token'],
    [HOST, 'manifest'],
    ['210987654321.dkr-ecr.eu-west-1.on.aws', 'manifest'],
    ['public.ecr.aws', 'manifest'],
    ['registry-1.docker.io', 'manifest'],
    ['d2glxqk2uabbnd.cloudfront.net', 'layers'],
    ['production.cloudflare.docker.com', 'layers'],
    ['s3.eu-west-1.amazonaws.com', 'layers'],
    ['secretsmanager.eu-west-1.amazonaws.com', null],
    ['db.example.com', null],
  ])('says of %s: %s', (host, leg) => {
    expect(legOf(host)).toBe(leg);
  });
});

describe('addressOwner', () => {
  it.each([
    ['10.255.255.255', 'private'],
    ['11.0.0.0', 'unknown'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.0', 'unknown'],
    ['192.168.4.4', 'private'],
    ['100.64.0.1', 'private'],
    ['100.128.0.0', 'unknown'],
    ['169.254.169.254', 'private'],
    ['127.0.0.1', 'private'],
    ['fd00::1', 'private'],
    ['2a05:d018::1', 'unknown'],
    ['999.1.1.1', 'unknown'],
    ['x.x.x.x', 'unknown'],
  ])('says of %s: %s', (address, owner) => {
    expect(addressOwner(address)).toBe(owner);
  });
});
