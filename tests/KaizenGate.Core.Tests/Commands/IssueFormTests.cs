using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;
using YamlDotNet.RepresentationModel;

namespace KaizenGate.Core.Tests.Commands;

/// <summary>The form that <c>init --github</c> writes: GitHub takes it, and its answers are read as fields.</summary>
public sealed class IssueFormTests : IDisposable
{
    private const string FormPath = ".github/ISSUE_TEMPLATE/improvement.yml";

    /// <summary>The answers by id.</summary>
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["category"] = "Technical Debt",
        ["impact"] = "8",
        ["effort"] = "3",
        ["current-state"] = "Each build downloads 400 MB.\n\n- twice on Mondays",
        ["proposed-improvement"] = "Cache the packages",
        ["expected-outcome"] = "Builds take 5 minutes",
        ["success-metric"] = "duration of a build: 9 min, at most 5 min",
    };

    private readonly CommandRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Every_answer_is_a_field()
    {
        var item = Read(Rendered(Answers));

        Assert.Equal("Restore packages from a cache", item.Title);
        Assert.Equal((8, 3, 64), (item.Impact!.Value, item.Effort!.Value, item.Score));
        Assert.Equal(Category.TechnicalDebt, item.Category!.Value);
        Assert.Equal("Each build downloads 400 MB.", Text(item, FieldCatalog.CurrentState));
        Assert.Equal("Cache the packages", Text(item, FieldCatalog.ProposedSolution));
        Assert.Equal("Builds take 5 minutes", Text(item, FieldCatalog.ExpectedOutcome));
        Assert.Equal("duration of a build: 9 min, at most 5 min", Text(item, FieldCatalog.SuccessCriteria));
    }

    [Fact]
    public void What_is_not_answered_is_not_a_value()
    {
        var item = Read(Rendered(new() { ["category"] = "Quality", ["current-state"] = "Slow" }));

        Assert.Equal((null, null, null), (item.Impact, item.Effort, item.Score));
        Assert.Null(item.Values.Of(FieldCatalog.ExpectedOutcome));
        Assert.Null(item.Values.Of(FieldCatalog.SuccessCriteria));
        Assert.Equal("Slow", Text(item, FieldCatalog.CurrentState));
    }

    /// <summary>https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema</summary>
    [Fact]
    public void The_form_is_as_GitHub_requires()
    {
        var form = Form();

        Assert.All(
            form.Children.Keys,
            key =>
                Assert.Contains(
                    $"{key}",
                    (string[])["name", "description", "title", "labels", "assignees", "body", "projects", "type"]
                )
        );
        Assert.Contains("improvement", ((YamlSequenceNode)form["labels"]).Select(label => $"{label}"));
        var body = Body(form);
        Assert.Equal(
            Answers.Keys.Order(StringComparer.Ordinal),
            body.Select(one => one.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal(body.Count, body.Select(one => one.Label).Distinct().Count());
        Assert.All(
            ((YamlSequenceNode)form["body"]).OfType<YamlMappingNode>(),
            element =>
            {
                Assert.Contains($"{element["type"]}", (string[])["markdown", "input", "textarea", "dropdown"]);
                var options = Options(element);
                Assert.Equal(options.Count, options.Distinct().Count());
                Assert.True($"{element["type"]}" != "dropdown" || options.Count > 1);
            }
        );
    }

    [Fact]
    public void A_form_that_exists_is_kept()
    {
        run.Write(FormPath, "name: ours\n");

        var printed = run.Run("init", "--github").MustBe(0);

        Assert.Equal("name: ours\n", run.Read(FormPath));
        Assert.Contains($"kept   {FormPath}", printed.Output, StringComparison.Ordinal);
    }

    /// <summary>The body as GitHub writes it: a heading and an answer for each field.</summary>
    private string Rendered(Dictionary<string, string> answers)
    {
        var text = new StringBuilder();
        foreach (var (id, label) in Body(Form()))
        {
            text.Append($"### {label}\n\n{answers.GetValueOrDefault(id, "_No response_")}\n\n");
        }

        return $"{text}".TrimEnd();
    }

    private static Improvement Read(string body)
    {
        var yaml = new StringBuilder("title: Restore packages from a cache\nlabels: [improvement]\nbody: |\n");
        foreach (var line in body.Split('\n'))
        {
            yaml.Append($"  {line}\n");
        }

        return Assert.Single(
            BacklogReader.Read(SourceFile.Named("issue.yml"), $"{yaml}", ReadingOptions.Default).Improvements
        );
    }

    private YamlMappingNode Form()
    {
        run.Run("init", "--github").MustBe(0);
        var stream = new YamlStream();
        stream.Load(new StringReader(run.Read(FormPath)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static List<(string Id, string Label)> Body(YamlMappingNode form) =>
        [
            .. ((YamlSequenceNode)form["body"])
                .OfType<YamlMappingNode>()
                .Where(element => $"{element["type"]}" != "markdown")
                .Select(element => ($"{element["id"]}", $"{element["attributes"]["label"]}")),
        ];

    private static List<string> Options(YamlMappingNode element) =>
        ((YamlMappingNode)element["attributes"]).Children.TryGetValue("options", out var options)
            ? [.. ((YamlSequenceNode)options).Select(option => $"{option}")]
            : [];

    private static string? Text(Improvement item, FieldDefinition field) => item.Values.Of(field)?.Text;
}
