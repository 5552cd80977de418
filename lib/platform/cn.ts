import { type ClassValue, clsx } from "clsx";

/** Joins class names; what a caller passes comes last. */
export const cn = (...classes: ClassValue[]): string => clsx(classes);
