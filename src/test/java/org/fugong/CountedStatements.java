package org.fugong;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to the database between two moments, whoever sends it: each execution of a statement, a batch as one. */
@TestComponent
public class CountedStatements implements BeanPostProcessor {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile boolean counting;

    /** A piece of work that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** The statements that some work executes, in their order. */
    public List<String> during(Work work) throws Exception {
        sent.clear();
        counting = true;
        try {
            work.run();
        } finally {
            counting = false;
        }
        return List.copyOf(sent);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return !name.equals("dataSource") ? bean : new DelegatingDataSource((DataSource) bean) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, connection, (method, made,
                arguments) -> made instanceof Statement statement ? counted(statement, arguments == null ? null : arguments[0]) : made);
    }

    private Statement counted(Statement statement, Object prepared) {
        Class<? extends Statement> type = statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, statement, (method, result, arguments) -> {
            if (counting && method.getName().startsWith("execute")) {
                sent.add(String.valueOf(arguments == null ? prepared : arguments[0]));
            }
            return result;
        });
    }

    private interface Seen {
        Object after(Method method, Object result, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Object target, Seen seen) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
            try {
                return seen.after(method, method.invoke(target, arguments), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
