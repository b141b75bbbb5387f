using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Reading;

namespace KaizenGate.Core.Tests.Trackers;

/// <summary>A team's own issue forms say which fields their questions are, by the ids.</summary>
public sealed class FormFieldsTests
{
    private const string FormPath = ".github/ISSUE_TEMPLATE/idea.yml";

    private const string Form = """
        name: Idea
        description: What slows you down?
        body:
          - type: markdown
            attributes: { value: Thanks! }
          - type: dropdown
            id: impact
            attributes:
              label: How much does it help?
              options: ["1", "2"]
          - type: dropdown
            id: effort
            attributes: { label: "How hard is it (1-5)" }
          - type: textarea
            id: current_state
            attributes: { label: "What slows you down today, and how often does it happen in a usual week of work?" }
          - type: input
            id: expectedOutcome
            attributes: { label: And then? }
          - type: input
            id: room
            attributes: { label: Where do you sit? }
        """;

    private const string Body = """
        ### How much does it help?

        8

        ### How hard is it (1-5)

        2

        ### What slows you down today, and how often does it happen in a usual week of work?

        The build takes 12 minutes

        ### And then?

        _No response_

        ### Where do you sit?

        At the window
        """;

    [Fact]
    public async Task An_answer_is_the_field_that_the_id_of_its_question_names()
    {
        await using var team = await StartAsync(Form);

        var shown = team.Run("show", "#1").MustBe(0).Output;

        Assert.Contains("impact", shown, StringComparison.Ordinal);
        Assert.Equal((8, 4, "The build takes 12 minutes"), Values(team));
        Assert.DoesNotContain("At the window", team.Snapshot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_needs_the_snapshot_only()
    {
        await using var team = await StartAsync(Form);
        File.Delete(Path.Join(team.Commands.Folder, FormPath));

        Assert.Equal((8, 4, "The build takes 12 minutes"), Values(team));
    }

    [Fact]
    public async Task Without_the_form_its_questions_are_not_fields()
    {
        await using var team = await StartAsync("name: none");

        Assert.Equal((null, null, null), Values(team));
    }

    [Fact]
    public async Task The_settings_count_before_a_form_and_a_form_before_the_usual_labels()
    {
        const string form = """
            body:
              - { type: input, id: effort, attributes: { label: How much does it help? } }
              - { type: input, id: effort, attributes: { label: Impact } }
            """;
        await using var team = await StartAsync(
            form,
            "### How much does it help?\n\n8\n\n### Impact\n\n3",
            """, "fields": { "impact": ["How much does it help?"] }"""
        );

        Assert.Equal((8, 3, null), Values(team));
    }

    [Fact]
    public async Task A_score_goes_below_the_question_of_the_form()
    {
        await using var team = await StartAsync(Form);

        team.Run("score", "#1", "--impact", "5", "--effort", "3").MustBe(0);

        Assert.StartsWith(
            "### How much does it help?\n\n5\n\n### How hard is it (1-5)\n\n3\n",
            team.GitHub.Issue(1)["body"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        Assert.Equal((5, 6, "The build takes 12 minutes"), Values(team));
    }

    [Theory]
    [InlineData("body: [")]
    [InlineData("body: 1")]
    [InlineData("- body\n- [id, [attributes]]")]
    [InlineData("body:\n  - { id: impact, attributes: [label] }\n  - { id: [impact], attributes: { label: x } }")]
    [InlineData("body:\n  - { id: status, attributes: { label: How much does it help? } }")]
    [InlineData(
        "body:\n  - { id: impact, attributes: { label: 'How much does it help?' } }\n  - { id: effort, attributes: { label: how much does it help } }"
    )]
    public async Task What_is_not_a_form_or_says_two_things_says_nothing(string form)
    {
        await using var team = await StartAsync(form);

        Assert.Equal((null, null, null), Values(team));
    }

    [Fact]
    public async Task A_form_outside_of_the_repository_is_not_read()
    {
        var outside = Directory.CreateTempSubdirectory("kaizen-outside-");
        try
        {
            var file = Path.Join(outside.FullName, "idea.yml");
            await File.WriteAllTextAsync(file, Form, TestContext.Current.CancellationToken);
            await using var team = await StartAsync("name: none", link: file);

            Assert.Equal((null, null, null), Values(team));
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_remark_in_brackets_stays_with_the_label()
    {
        var reading = IssueForm.With([Form], ReadingOptions.Default);

        Assert.Equal("impact", IssueForm.LabelOf("How much does it help?", reading));
        Assert.Equal("effort (1-5)", IssueForm.LabelOf("How hard is it (1-5)", reading));
        Assert.Equal("Where do you sit?", IssueForm.LabelOf("Where do you sit?", reading));
    }

    private static (double? Impact, double? Effort, string? State) Values(PulledTeam team)
    {
        var item = BacklogReader
            .ReadFile(
                SourceFile.Named(Path.Join(team.Commands.Folder, PulledTeam.SnapshotPath)),
                ReadingOptions.Default with
                {
                    Labels = team.Commands.Read("kaizen.json").Contains("\"fields\"", StringComparison.Ordinal)
                        ? ReadingOptions.Default.Labels.Add(FieldCatalog.Impact, ["How much does it help?"])
                        : ReadingOptions.Default.Labels,
                }
            )
            .Improvements[0];
        return (item.Impact?.Value, item.Effort?.Value, item.Values.Of(FieldCatalog.CurrentState)?.Text);
    }

    private static async Task<PulledTeam> StartAsync(
        string form,
        string body = Body,
        string settings = "",
        string? link = null
    )
    {
        var gitHub = new StubGitHub();
        gitHub.File("Cache packages", body, "ana");
        var team = await PulledTeam.StartAsync(gitHub);
        team.Commands.Write(
            "kaizen.json",
            $$"""{ "backlogs": [{ "github": "team/app", "write": true }]{{settings}} }"""
        );
        team.Commands.Write(FormPath, form);
        if (link is not null)
        {
            File.CreateSymbolicLink(Path.Join(team.Commands.Folder, ".github/ISSUE_TEMPLATE/link.yml"), link);
        }

        team.Run("pull").MustBe(0);
        return team;
    }
}
