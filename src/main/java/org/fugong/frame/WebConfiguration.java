package org.fugong.frame;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fugong.web.Dates;
import org.fugong.web.FormRejection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Language, clock, the actor as a parameter, and what happens around every page. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final FormRejection formRejection;

    WebConfiguration(FormRejection formRejection) {
        this.formRejection = formRejection;
    }

    @Autowired
    void views(ThymeleafViewResolver views) {
        views.setViewClass(EncodedView.class);
    }

    @Bean
    static Clock clock() {
        return Clock.system(Dates.ZONE);
    }

    /** Simplified Chinese for everyone until they choose English, whatever the browser says. */
    @Bean
    static LocaleResolver localeResolver() {
        // a cookie may say anything; only two languages exist, and pages are kept by them
        var cookie = new CookieLocaleResolver("lang") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return "en".equals(value) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
            }
        };
        cookie.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setRejectInvalidCookies(false);
        return cookie;
    }

    @Bean
    static MessageSource messageSource(@Value("${spring.messages.basename}") List<String> bundles) {
        return new Texts(bundles);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Preferences());
        registry.addInterceptor(formRejection);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }
}
