-- CreateTable
CREATE TABLE "Material" (
    "id" UUID NOT NULL,
    "roleGroupCode" TEXT,
    "step" SMALLINT NOT NULL,
    "itemCode" TEXT,
    "kind" TEXT NOT NULL,
    "titleJa" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "url" TEXT,
    "noteJa" TEXT NOT NULL,
    "noteEn" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacesId" UUID,
    "removedById" UUID,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rebasing" (
    "id" UUID NOT NULL,
    "actId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "step" SMALLINT NOT NULL,
    "rebasedById" UUID NOT NULL,
    "rebasedAt" TIMESTAMPTZ(3) NOT NULL,
    "rebasedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "valuesBefore" JSONB NOT NULL,
    "valuesAfter" JSONB NOT NULL,

    CONSTRAINT "Rebasing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Material_replacesId_key" ON "Material"("replacesId");

-- CreateIndex
CREATE INDEX "Material_roleGroupCode_step_removedAt_idx" ON "Material"("roleGroupCode", "step", "removedAt");

-- CreateIndex
CREATE INDEX "Rebasing_enrolmentId_step_rebasedAt_idx" ON "Rebasing"("enrolmentId", "step", "rebasedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Rebasing_actId_enrolmentId_step_key" ON "Rebasing"("actId", "enrolmentId", "step");

-- AddForeignKey
ALTER TABLE "Rebasing" ADD CONSTRAINT "Rebasing_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
alter table "Rebasing" add constraint "Rebasing_step" check (step between 0 and 3);
alter table "Rebasing" add constraint "Rebasing_reason" check (btrim(reason) <> '');
alter table "Material" add constraint "Material_step" check (step between 0 and 3 and ("roleGroupCode" is not null or step = 0));
alter table "Material" add constraint "Material_kind" check (kind in ('video15', 'lesson90', 'reading', 'other'));
alter table "Material" add constraint "Material_link" check (url is null or url ~ '^https?://');
alter table "Material" add constraint "Material_removed" check (("removedAt" is null) = ("removedById" is null));

create function "rebasing_not_oneself"() returns trigger language plpgsql as $$
begin
  if exists (select 1 from "Enrolment" e where e.id = new."enrolmentId" and e."personId" = new."rebasedById") then
    raise exception 'a person cannot re-base themselves' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "Rebasing_not_oneself" before insert on "Rebasing"
  for each row execute function "rebasing_not_oneself"();
