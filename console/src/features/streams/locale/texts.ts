import { defineTexts } from '@/shared/i18n/i18n';
import en from './en.json';
import zh from './zh.json';

export const useStreamsText = defineTexts('streams', zh, en);
