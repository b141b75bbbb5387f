using KaizenGate.Acceptance.Tests.Hooks;
using KaizenGate.Acceptance.Tests.MSBuild;
using KaizenGate.Acceptance.Tests.Pages;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer<KaizenGate.Acceptance.Tests.LongestFirst>]

namespace KaizenGate.Acceptance.Tests;

/// <summary>
/// Starts the collections that take longest first. The order is random otherwise, and if the builds come last, all other processors wait
/// for them.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        Builds.Name,
        typeof(DashboardTests).FullName!,
        typeof(PreCommitTests).FullName!,
        typeof(RecipeTests).FullName!,
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    /// <summary>Collections of one class have its name in theirs.</summary>
    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(
            Longest,
            name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)
        );
        return place < 0 ? Longest.Length : place;
    }
}
