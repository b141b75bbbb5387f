using KaizenGate.Core.Settings.Schema;

namespace KaizenGate.Core.Settings;

/// <summary>How new improvements are numbered.</summary>
internal enum IdKind
{
    /// <summary>One after the other.</summary>
    Sequential,

    /// <summary>By chance, so that branches and agents that know nothing of one another do not take the same number.</summary>
    Random,
}

/// <summary>The words for <see cref="IdKind"/>.</summary>
internal static class IdKinds
{
    public static ChoiceType<IdKind> Shape { get; } = new(("sequential", IdKind.Sequential), ("random", IdKind.Random));
}
