-- CreateTable
CREATE TABLE "TeamStanding" (
    "teamId" UUID NOT NULL,
    "roleGroupCode" TEXT NOT NULL,
    "begun" INTEGER NOT NULL DEFAULT 0,
    "educated" INTEGER NOT NULL DEFAULT 0,
    "beginner" INTEGER NOT NULL DEFAULT 0,
    "apprentice" INTEGER NOT NULL DEFAULT 0,
    "independent" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TeamStanding_pkey" PRIMARY KEY ("teamId","roleGroupCode")
);

-- Kept at commit: a command has appended its event by then and holds the audit's head, so that these rows are never waited for in a
-- circle.
create function "count_standing"(s "PersonStanding", people int) returns void language sql as $$
  insert into "TeamStanding" as t ("teamId", "roleGroupCode", begun, educated, beginner, apprentice, independent)
  values (s."teamId", coalesce(s."roleGroupCode", ''),
          case when s."completedStep" is null then people else 0 end, case s."completedStep" when 0 then people else 0 end,
          case s."completedStep" when 1 then people else 0 end, case s."completedStep" when 2 then people else 0 end,
          case s."completedStep" when 3 then people else 0 end)
      on conflict ("teamId", "roleGroupCode") do update
     set begun = t.begun + excluded.begun, educated = t.educated + excluded.educated, beginner = t.beginner + excluded.beginner,
         apprentice = t.apprentice + excluded.apprentice, independent = t.independent + excluded.independent
$$;

create function "standing_moved"() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform "count_standing"(old, -1); end if;
  if tg_op <> 'DELETE' then perform "count_standing"(new, 1); end if;
  return null;
end $$;
create constraint trigger "PersonStanding_came_or_went" after insert or delete on "PersonStanding"
  deferrable initially deferred for each row execute function "standing_moved"();
create constraint trigger "PersonStanding_moved" after update on "PersonStanding"
  deferrable initially deferred for each row
  when ((old."teamId", old."roleGroupCode", old."completedStep") is distinct from (new."teamId", new."roleGroupCode", new."completedStep"))
  execute function "standing_moved"();

-- All of it anew, from the standings: after rows were written with the triggers off.
create function "recount_standings"() returns void language sql as $$
  delete from "TeamStanding";
  insert into "TeamStanding" ("teamId", "roleGroupCode", begun, educated, beginner, apprentice, independent)
  select "teamId", coalesce("roleGroupCode", ''), count(*) filter (where "completedStep" is null),
         count(*) filter (where "completedStep" = 0), count(*) filter (where "completedStep" = 1),
         count(*) filter (where "completedStep" = 2), count(*) filter (where "completedStep" = 3)
    from "PersonStanding" group by 1, 2
$$;
select "recount_standings"();
