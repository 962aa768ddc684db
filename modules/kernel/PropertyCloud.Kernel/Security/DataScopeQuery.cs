using System.Linq.Expressions;

namespace PropertyCloud.Kernel.Security;

/// <summary>Applies a user's data scope inside a query.</summary>
public static class DataScopeQuery
{
    /// <summary>Rows that the scope reaches. A scope whose key is not given here reaches nothing: fail closed.</summary>
    /// <param name="own">What the user's own scope reaches; also reached by a department's and a cluster's scope.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> query, DataScope scope,
        Expression<Func<T, Guid?>>? community = null, Expression<Func<T, Guid?>>? cluster = null,
        Expression<Func<T, string?>>? department = null, Expression<Func<T, bool>>? own = null)
    {
        Expression<Func<T, bool>>? reached = scope.Kind switch
        {
            DataScopeKind.Company => null,
            DataScopeKind.Community when community is not null => Among(community, scope.Ids),
            DataScopeKind.Cluster when cluster is not null => Or(Among(cluster, scope.Ids), own),
            DataScopeKind.Department when department is not null => Or(Equal(department, scope.Department), own),
            DataScopeKind.Own when own is not null => own,
            _ => _ => false,
        };
        return reached is null ? query : query.Where(reached);
    }

    private static Expression<Func<T, bool>> Among<T>(Expression<Func<T, Guid?>> key, IReadOnlyList<Guid> ids)
    {
        var values = ids.Select(id => (Guid?)id).ToList();
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid?)], Parameter(values), key.Body);
        return Expression.Lambda<Func<T, bool>>(contains, key.Parameters);
    }

    private static Expression<Func<T, bool>> Equal<T>(Expression<Func<T, string?>> key, string? value) =>
        Expression.Lambda<Func<T, bool>>(Expression.Equal(key.Body, Parameter(value)), key.Parameters);

    private static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>>? right) => right is null
        ? left
        : Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, new Swap(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters);

    /// <summary>A member of an object, as the compiler writes captured variables: EF makes a parameter of it. A bare constant would be
    /// part of the query, which would then be compiled anew for every scope and fill the cache.</summary>
    private static MemberExpression Parameter<TValue>(TValue value) => Expression.Field(Expression.Constant(new Captured<TValue>(value)), nameof(Captured<>.Value));

    private sealed class Captured<TValue>(TValue value)
    {
        public readonly TValue Value = value;
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
