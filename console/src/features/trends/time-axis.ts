export { plantTicks, timeLabel } from '@/shared/chart/time-axis';
