/**
 * 规则: facts and parameters, the language of rules and its compiler, evaluation, verdicts and their explanations. It knows neither
 * lists nor counties, and neither a database nor Spring, so that whatever else is judged by a rule can use it, too. It is larger than
 * other rooms because the expression tree, its compiler and what explains it stay inside; only what judges is public.
 */
@ApplicationModule(displayName = "规则 rule", allowedDependencies = {})
package org.fugong.rule;

import org.springframework.modulith.ApplicationModule;
