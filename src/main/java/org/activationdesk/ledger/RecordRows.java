package org.activationdesk.ledger;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Makes a record of a row: each component has the name of its column, without underscores. Spring's own way asks the driver
 * for every column by its Java name first, and for moments in a type that it does not know; the driver answers each time with
 * an exception. These were 240 in each activation, and cost as much as the engine.
 */
public final class RecordRows<T> implements RowMapper<T> {
    private final ConversionService conversion = DefaultConversionService.getSharedInstance();
    private final Constructor<T> constructor;
    private final String[] columns;
    private final Class<?>[] types;

    public RecordRows(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        constructor = BeanUtils.getResolvableConstructor(type);
        types = constructor.getParameterTypes();
        columns = new String[components.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = JdbcUtils.convertPropertyNameToUnderscoreName(components[i].getName());
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, row.findColumn(columns[i]), types[i]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
        Object value = JdbcUtils.getResultSetValue(row, column, type);
        return type.isInstance(value) ? value : conversion.convert(value, type);
    }
}
