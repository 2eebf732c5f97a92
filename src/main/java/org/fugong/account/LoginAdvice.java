package org.fugong.account;

import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;

/** What a module can say of a name that signed nobody in, from the name alone: a bean of the module that knows such names. */
public interface LoginAdvice {

    /** What is wrong with the name as typed; empty where it may be somebody's. */
    Optional<MessageSourceResolvable> on(String typed);
}
