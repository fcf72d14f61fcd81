-- Connections of several kinds: what is particular to one stands in its settings.
ALTER TABLE connect.connection DROP CONSTRAINT connection_kind_check;
ALTER TABLE connect.connection
  ADD CONSTRAINT connection_kind_check CHECK (kind IN ('OPC_UA', 'MQTT', 'SPARKPLUG'));
ALTER TABLE connect.connection ADD COLUMN settings jsonb;
UPDATE connect.connection SET settings = jsonb_build_object('security', security_policy);
ALTER TABLE connect.connection ALTER COLUMN settings SET NOT NULL;
ALTER TABLE connect.connection DROP COLUMN security_policy;
