"use server";

import { placeHref } from "@/components/materials/place-href";
import { addMaterial, changeMaterial, moveMaterial, removeMaterial } from "@/lib/materials/commands";
import { materialChange, materialKey, materialMove, newMaterial } from "@/lib/materials/schema";
import { defineAction } from "@/lib/platform/action";

export const addMaterialAction = defineAction(newMaterial, addMaterial, {
  onDone: ({ place }) => ({ redirect: placeHref(place), notice: { code: "materialSaved" } }),
});

export const changeMaterialAction = defineAction(materialChange, changeMaterial, {
  onDone: ({ place }) => ({ redirect: placeHref(place), notice: { code: "materialSaved" } }),
});

export const removeMaterialAction = defineAction(materialKey, removeMaterial, {
  onDone: () => ({ notice: { code: "materialRemoved" } }),
});

export const moveMaterialAction = defineAction(materialMove, moveMaterial);
