import { defineTexts } from '@/shared/i18n/i18n';
import en from './en.json';
import zh from './zh.json';

/** Texts of the shared components. */
export const useSharedText = defineTexts('shared', zh, en);
export type SharedKey = keyof typeof zh;
