-- CreateTable
CREATE TABLE "MentorNote" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MentorNote_personId_writtenAt_idx" ON "MentorNote"("personId", "writtenAt");

-- AddForeignKey
ALTER TABLE "MentorNote" ADD CONSTRAINT "MentorNote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorNote" ADD CONSTRAINT "MentorNote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "MentorNote" add constraint "MentorNote_of_another" check ("byId" <> "personId");
alter table "MentorNote" add constraint "MentorNote_says_something" check (text <> '');

-- what was written stays as it was; it can be taken back, once
create function "note_stays"() returns trigger language plpgsql as $$
begin
  if (new.text, new."byId", new."personId", new."writtenAt") is distinct from (old.text, old."byId", old."personId", old."writtenAt")
     or (old."takenBackAt" is not null and new."takenBackAt" is distinct from old."takenBackAt") then
    raise exception 'a note is never edited' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger "MentorNote_stays" before update on "MentorNote" for each row execute function "note_stays"();

-- the load of a mentor is what they decided lately
create index "Verification_by_idx" on "Verification" ("verifiedById", "verifiedAt");
create index "Remark_by_idx" on "Remark" ("byId", "madeAt");
