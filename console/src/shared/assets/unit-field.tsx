import { AutoComplete } from 'antd';

/** Symbols that the server knows, as the kernel lists them; it refuses others and says which it takes. */
const UNITS =
  '% ppm °C K V mV kV A kA Ω µΩ nΩ nΩ/min W kW MW J MJ GJ kWh MWh kvar kvarh kWh/t kWh/kg g kg t kg/h kg/d kg/t t/h t/d m cm mm µm mm/s L m³ m³/h L/min g/L mg/m³ Pa kPa MPa bar Hz rpm s min h d'.split(
    ' ',
  );

interface Props {
  label: string;
  value?: string;
  onChange?(unit: string): void;
  disabled?: boolean;
  placeholder?: string;
}

/** A unit, typed or chosen. Works inside a Form.Item. */
export function UnitField({ label, value, onChange, disabled, placeholder }: Props) {
  return (
    <AutoComplete
      aria-label={label}
      style={{ width: '100%' }}
      disabled={disabled}
      placeholder={placeholder}
      value={value}
      onChange={onChange}
      showSearch={{
        filterOption: (text, option) =>
          String(option?.value ?? '')
            .toLowerCase()
            .startsWith(text.toLowerCase()),
      }}
      options={UNITS.map(unit => ({ value: unit }))}
    />
  );
}
