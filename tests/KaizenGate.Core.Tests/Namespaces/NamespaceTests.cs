namespace KaizenGate.Core.Tests.Namespaces;

public sealed class NamespaceTests
{
    private static readonly Dictionary<UsedType, HashSet<UsedType>> Uses = Read();
    private static readonly Lazy<Dictionary<UsedType, HashSet<UsedType>>> OwnUses = new(() =>
        TypeUses.Read(typeof(NamespaceTests).Assembly.Location)
    );

    [Fact]
    public void Each_folder_uses_only_allowed_ones()
    {
        var actual = Uses.SelectMany(one => one.Value, (one, used) => (User: one.Key, Used: used))
            .Where(one => one.User.Namespace.Length > 0 && one.User.Namespace != one.Used.Namespace)
            .ToLookup(one => (From: one.User.Namespace, To: one.Used.Namespace));
        var allowed = AllowedUses
            .All.SelectMany(folder => folder.Uses, (folder, used) => (From: folder.Namespace, To: NamespaceOf(used)))
            .ToHashSet();

        IEnumerable<string> wrong =
        [
            .. actual
                .Where(one => !allowed.Contains(one.Key))
                .Select(one => $"{one.First().User} may not use {one.First().Used}"),
            .. allowed.Where(one => !actual.Contains(one)).Select(one => $"{one.From} no longer uses {one.To}"),
        ];
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }

    [Fact]
    public void No_folder_uses_one_below_it()
    {
        var above = new HashSet<string>();
        foreach (var folder in AllowedUses.All)
        {
            Assert.All(folder.Uses, used => Assert.Contains(used, above));
            Assert.True(above.Add(folder.Name), $"{folder.Name} is there twice");
        }
    }

    [Fact]
    public void Each_folder_is_in_the_table() =>
        Assert.Equal(
            Uses.Keys.Select(type => type.Namespace)
                .Where(space => space.StartsWith(nameof(KaizenGate), StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal),
            AllowedUses.All.Select(folder => folder.Namespace).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Without_history_no_type_of_it_is_used()
    {
        var needed = new HashSet<UsedType>();
        var next = new Stack<UsedType>([
            new UsedType("KaizenGate.Core.Inputs", "DatedFiles"),
            new UsedType("KaizenGate.Core.Checking", "Gate"),
        ]);
        while (next.TryPop(out var type))
        {
            foreach (var used in needed.Add(type) ? Uses[type] : [])
            {
                next.Push(used);
            }
        }

        Assert.Contains(new UsedType("KaizenGate.Core.Reading", "BacklogReader"), needed);
        Assert.DoesNotContain(
            needed,
            type => type.Namespace.StartsWith("KaizenGate.Core.History", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(typeof(Samples.Base), "a base type")]
    [InlineData(typeof(Samples.IImplemented), "an interface")]
    [InlineData(typeof(Samples.Field), "a field")]
    [InlineData(typeof(Samples.Argument), "a generic argument")]
    [InlineData(typeof(Samples.Parameter), "a parameter")]
    [InlineData(typeof(Samples.Local), "a local variable")]
    [InlineData(typeof(Samples.Called), "a static call")]
    [InlineData(typeof(Samples.MarkedAttribute), "an attribute")]
    [InlineData(typeof(Samples.Constraint), "a constraint")]
    [InlineData(typeof(Samples.Behind), "what a feature switch guards")]
    public void A_use_is_seen_as(Type used, string where) =>
        Assert.True(
            OwnUses.Value[new(typeof(SampleUser<>).Namespace!, "SampleUser")].Contains(new(used.Namespace!, used.Name)),
            where
        );

    [Fact]
    public void Contributing_shows_the_table()
    {
        var path = Repository.PathOf("CONTRIBUTING.md");
        GeneratedPart.Verify(
            path,
            "<!-- folders of Core -->",
            "<!-- /folders of Core -->",
            AllowedUses.Table(AllowedUses.Core)
        );
        GeneratedPart.Verify(
            path,
            "<!-- folders of Cli -->",
            "<!-- /folders of Cli -->",
            AllowedUses.Table(AllowedUses.Cli)
        );
    }

    private static string NamespaceOf(string folder) => AllowedUses.All.Single(one => one.Name == folder).Namespace;

    private static Dictionary<UsedType, HashSet<UsedType>> Read() =>
        ToolAssemblies
            .Paths.SelectMany(TypeUses.Read)
            .GroupBy(one => one.Key)
            .ToDictionary(one => one.Key, one => one.SelectMany(uses => uses.Value).ToHashSet());
}
