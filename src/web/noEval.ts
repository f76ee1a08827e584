import { z } from "zod";

// Before any form is made: a form asks at once whether it may compile itself, which the security policy forbids.
z.config({ jitless: true });
