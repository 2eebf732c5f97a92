/**
 * 填报: drafts, from what applies to a site over its facts, plan and answers to the submission, the signature and the letter;
 * and what is supplied later.
 */
@ApplicationModule(displayName = "填报 submission", allowedDependencies = {"edit", "region", "rule", "web", "account", "enterprise",
        "attachment",
        "risk", "condition", "adaptation", "filing", "impact"})
package org.fugong.submission;

import org.springframework.modulith.ApplicationModule;
