import type { Connection, JsonMapping } from '@/shared/api/contract';
import type { ConnectionDraft } from './api';

export type Kind = Connection['kind'];

export const KINDS: readonly Kind[] = ['OPC_UA', 'MQTT', 'SPARKPLUG'];

/** How an address of each kind begins. */
export const ADDRESSES: Record<Kind, RegExp> = {
  OPC_UA: /^opc\.tcp:\/\/[^\s/]+/,
  MQTT: /^mqtts?:\/\/[^\s/]+$/,
  SPARKPLUG: /^mqtts?:\/\/[^\s/]+$/,
};

export const emptyMapping: JsonMapping = {
  topic: '',
  value: '/value',
  time: '',
  timeFormat: 'EPOCH_MS',
  quality: '',
  qualityFormat: 'WORD',
  name: '',
};

/** A new connection of a kind. */
export const emptyConnection = (kind: Kind): ConnectionDraft => ({
  id: 0,
  kind,
  name: '',
  endpoint: kind === 'OPC_UA' ? 'opc.tcp://' : 'mqtts://',
  securityPolicy: kind === 'OPC_UA' ? 'Basic256Sha256' : undefined,
  username: '',
  password: '',
  enabled: true,
  mqtt: kind === 'MQTT' ? { version: 5, sessionHours: 24, qos: 1, mappings: [emptyMapping] } : undefined,
  sparkplug: kind === 'SPARKPLUG' ? { version: 5, groups: [] } : undefined,
});

export const draftOf = (one: Connection): ConnectionDraft => ({
  id: one.id,
  kind: one.kind,
  name: one.name,
  endpoint: one.endpoint,
  securityPolicy:
    one.kind !== 'OPC_UA' ? undefined : one.securityPolicy === 'None' ? 'None' : 'Basic256Sha256',
  username: one.username,
  enabled: one.enabled,
  mqtt: one.mqtt,
  sparkplug: one.sparkplug,
});
