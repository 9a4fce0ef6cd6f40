import { randomUUID } from 'node:crypto';
import { EventEmitter, once, setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseJson } from '../../../lib/parse-json.ts';
import { newSecret } from '../state/identifiers.ts';
import { isObject, type JsonObject } from '../wire.ts';

export type EnvelopeType = 'events_api' | 'slash_commands' | 'interactive';

/** What became of an envelope. `payload` is what the app sent along with its acknowledgement. */
export type Delivery =
  | { readonly kind: 'acknowledged'; readonly payload: JsonObject }
  | { readonly kind: 'not-connected' | 'not-acknowledged' };

export interface SocketModeOptions {
  readonly appId: string;
  /** How long an app has to acknowledge, in milliseconds. Slack gives 3000. */
  readonly ackTimeoutMs: number;
  /** The pauses before an unacknowledged event is sent again. Slack: at once, after a minute, after five. */
  readonly retryDelaysMs: readonly number[];
  readonly onConnectionChange: (isConnected: boolean) => void;
}

const GOODBYE_MS = 500;

/** Slack's end of Socket Mode: hands envelopes to whichever of the app's sockets is next, and waits for the acknowledgement. */
export class SocketMode {
  readonly #options: SocketModeOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #closing = new AbortController();
  readonly #arrivals = new EventEmitter<{ socket: [] }>();
  readonly #waitingForAck = new Map<string, (delivery: Delivery) => void>();
  #sockets: readonly WebSocket[] = [];
  #turn = 0;

  constructor(options: SocketModeOptions) {
    this.#options = options;
    // As many events may wait for the app at once as there are messages: that is no leak.
    setMaxListeners(0, this.#closing.signal, this.#arrivals);
  }

  get isConnected(): boolean {
    return this.#sockets.length > 0;
  }

  /** A ticket opens one socket, once: what `apps.connections.open` hands out. */
  issueTicket(): string {
    const ticket = newSecret();
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Takes over an HTTP upgrade; without a good ticket, the connection is cut. */
  accept(ticket: string | null, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (ticket === null || !this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#greet(webSocket));
  }

  /** Delivers a command or an interaction: once, for a person is waiting. */
  async deliver(type: Exclude<EnvelopeType, 'events_api'>, payload: JsonObject): Promise<Delivery> {
    return this.#send(type, payload, {});
  }

  /** Delivers an event, again and again until it is acknowledged or Slack would give up. An app that is away gets it when it is back. */
  async deliverEvent(payload: JsonObject): Promise<Delivery> {
    const delays = this.#options.retryDelaysMs;
    for (let attempt = 0; ; attempt += 1) {
      if (!this.isConnected) await this.#untilConnected();
      if (this.#closing.signal.aborted) return { kind: 'not-connected' };
      const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: 'timeout' };
      const delivery = await this.#send('events_api', payload, retry);
      const delay = delays[attempt];
      if (delivery.kind === 'acknowledged' || delay === undefined) return delivery;
      await this.#pause(delay);
    }
  }

  /** Asks every socket to reconnect, as Slack does every few hours. */
  refresh(): void {
    const farewell = { type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'localhost' } };
    for (const socket of this.#sockets) socket.send(JSON.stringify(farewell));
  }

  close(): void {
    this.#closing.abort();
    for (const resolve of this.#waitingForAck.values()) resolve({ kind: 'not-connected' });
    for (const socket of this.#sockets) hangUp(socket);
    this.#server.close();
  }

  #greet(socket: WebSocket): void {
    this.#sockets = [...this.#sockets, socket];
    this.#options.onConnectionChange(true);
    socket.on('message', (data: Buffer) => this.#receive(data.toString('utf8')));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#sockets = this.#sockets.filter((other) => other !== socket);
      this.#options.onConnectionChange(this.isConnected);
    });
    const hello = {
      type: 'hello',
      num_connections: this.#sockets.length,
      connection_info: { app_id: this.#options.appId },
    };
    socket.send(JSON.stringify(hello));
    this.#arrivals.emit('socket');
  }

  #receive(text: string): void {
    const message = parseJson(text);
    if (!isObject(message) || typeof message['envelope_id'] !== 'string') return;
    const payload = message['payload'];
    this.#waitingForAck.get(message['envelope_id'])?.({
      kind: 'acknowledged',
      payload: isObject(payload) ? payload : {},
    });
  }

  async #send(type: EnvelopeType, payload: JsonObject, retry: JsonObject): Promise<Delivery> {
    const socket = this.#nextSocket();
    if (socket === undefined) return { kind: 'not-connected' };
    const id = randomUUID();
    const envelope = { envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api', ...retry };
    const delivery = await new Promise<Delivery>((resolve) => {
      const giveUp = setTimeout(() => resolve({ kind: 'not-acknowledged' }), this.#options.ackTimeoutMs);
      this.#waitingForAck.set(id, (outcome) => {
        clearTimeout(giveUp);
        resolve(outcome);
      });
      socket.send(JSON.stringify(envelope));
    });
    this.#waitingForAck.delete(id);
    return delivery;
  }

  #nextSocket(): WebSocket | undefined {
    this.#turn += 1;
    return this.#sockets[this.#turn % Math.max(this.#sockets.length, 1)];
  }

  async #untilConnected(): Promise<void> {
    await once(this.#arrivals, 'socket', { signal: this.#closing.signal }).catch(ignoreAbort);
  }

  /** Waits without keeping the process alive; ends early when the server closes. */
  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { ref: false, signal: this.#closing.signal }).catch(ignoreAbort);
  }
}

/** Says good-bye, and does not wait long for the answer. */
function hangUp(socket: WebSocket): void {
  const cut = setTimeout(() => socket.terminate(), GOODBYE_MS);
  socket.once('close', () => clearTimeout(cut));
  socket.close(1001, 'The workspace is closing.');
}

/** The server is closing: whoever waits stops waiting, and sees the closed connection. */
function ignoreAbort(): void {}
