using KaizenGate.Acceptance.Tests.Hooks;
using KaizenGate.Acceptance.Tests.Pages;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer<KaizenGate.Acceptance.Tests.PortableFirst>]

namespace KaizenGate.Acceptance.Tests;

/// <summary>
/// Starts the tests that need no native tool first, while it is compiled. Of the others, those that take longest come first: the order is
/// random otherwise, and all other processors would wait for them in the end.
/// </summary>
public sealed class PortableFirst : ITestCollectionOrderer
{
    private static readonly Type[] Longest = [typeof(PreCommitTests), typeof(DashboardTests), typeof(LefthookTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(Place)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        // "Test collection for KaizenGate.Acceptance.Tests.HelpTests (id: …)": each class is a collection.
        var tests = collection
            .TestCollectionDisplayName.Split(' ')
            .Select(typeof(PortableFirst).Assembly.GetType)
            .Single(type => type is not null)!;
        if (!tests.GetConstructors().Single().GetParameters().Any(one => one.ParameterType == typeof(PackedTool)))
        {
            return 0;
        }

        var place = Array.IndexOf(Longest, tests);
        return 1 + (place < 0 ? Longest.Length : place);
    }
}
