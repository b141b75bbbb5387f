namespace KaizenGate.Core.Editing.Merging;

internal enum Side
{
    Ancestor,
    Ours,
    Theirs,
}

/// <summary>A value for each side of a merge.</summary>
internal sealed record ThreeWay<T>(T Ancestor, T Ours, T Theirs)
{
    public T this[Side side] =>
        side switch
        {
            Side.Ancestor => Ancestor,
            Side.Ours => Ours,
            _ => Theirs,
        };

    public IEnumerable<T> All => [Ancestor, Ours, Theirs];

    public ThreeWay<TResult> Select<TResult>(Func<T, TResult> selector) =>
        new(selector(Ancestor), selector(Ours), selector(Theirs));
}
