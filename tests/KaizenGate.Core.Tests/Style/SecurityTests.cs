using System.Text.RegularExpressions;

namespace KaizenGate.Core.Tests.Style;

/// <summary>Each statement of SECURITY.md names the tests that verify it.</summary>
public sealed partial class SecurityTests
{
    [Fact]
    public void Each_statement_has_tests_that_exist()
    {
        var page = File.ReadAllText(Repository.PathOf("SECURITY.md"));
        var rows = page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToList();

        Assert.True(rows.Count > 5);
        Assert.All(rows, row => Assert.Matches(TestName(), row));
        Assert.All(
            TestName().Matches(page).Select(name => name.Groups[1].Value),
            name =>
                Assert.NotEmpty(
                    Directory.EnumerateFiles(Repository.PathOf("tests"), $"{name}.cs", SearchOption.AllDirectories)
                )
        );
    }

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestName();
}
