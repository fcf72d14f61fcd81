import { defineTexts } from '@/shared/i18n/i18n';
import en from './en.json';
import zh from './zh.json';

/** Texts of the frame: bars, rail, login. */
export const useAppText = defineTexts('app', zh, en);
