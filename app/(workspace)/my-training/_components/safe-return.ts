const OWN = /^\/my-training(\/[\w-]+)*(\?[\w=&.:%-]*)?(#[\w.-]+)?$/;

/** Where a form was opened from, if that is one of the trainee's own pages; else the first of them. */
export const safeReturn = (from: string | null | undefined): string => (from && OWN.test(from) ? from : "/my-training");
