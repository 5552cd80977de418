"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** True once scripts run: controls that need them stay away until then. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
