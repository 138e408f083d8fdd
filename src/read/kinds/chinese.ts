import type { Grammar } from './clause.ts';
import { ENGLISH } from './english.ts';

export const CHINESE: Grammar = ENGLISH;
