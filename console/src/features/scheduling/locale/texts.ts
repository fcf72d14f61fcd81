import { defineTexts } from '@/shared/i18n/i18n';
import en from './en.json';
import zh from './zh.json';

export const useSchedulingText = defineTexts('scheduling', zh, en);

export type SchedulingText = ReturnType<typeof useSchedulingText>;
