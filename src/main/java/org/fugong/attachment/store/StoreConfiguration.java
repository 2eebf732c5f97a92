package org.fugong.attachment.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether there is a store of objects; without one nothing starts where files are kept in it already. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    @ConditionalOnProperty("fugong.attachment.s3.endpoint")
    ObjectStore objectStore(S3Settings settings) {
        if (!settings.there()) {
            throw new UnusableStore("fugong.attachment.s3.endpoint is set, and empty");
        }
        var objects = new S3Objects(settings);
        objects.look();
        return objects;
    }

    @Bean
    SmartInitializingSingleton storeOfKeptFiles(ObjectProvider<ObjectStore> store, JdbcClient jdbc) {
        return () -> {
            if (store.getIfAvailable() == null
                    && jdbc.sql("select exists (select from attachment_content where object is not null)").query(Boolean.class).single()) {
                throw new UnusableStore("Attached files are kept in a store of objects, and none is configured");
            }
        };
    }
}
