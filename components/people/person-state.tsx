import { Badge, type BadgeState } from "@/components/ui/badge";
import { useTranslations } from "@/lib/platform/words";

type Props = { deactivated: boolean; endsOn: string | null; joined: boolean; today: string };

const BADGES = { active: "done", notJoined: "open", deactivated: "back", ended: "open" } as const satisfies Record<
  string,
  BadgeState
>;

function stateOf({ deactivated, endsOn, joined, today }: Props): keyof typeof BADGES {
  if (deactivated) return "deactivated";
  if (endsOn !== null && endsOn < today) return "ended";
  return joined ? "active" : "notJoined";
}

/** Whether a person is here, was invited, was deactivated or has left. */
export function PersonState(props: Props) {
  const t = useTranslations("people.states");
  const state = stateOf(props);
  return <Badge state={BADGES[state]}>{t(state)}</Badge>;
}
