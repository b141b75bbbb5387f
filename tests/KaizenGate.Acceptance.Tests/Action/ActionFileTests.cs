namespace KaizenGate.Acceptance.Tests.Action;

public sealed class ActionFileTests
{
    [Fact]
    public void No_script_contains_an_expression()
    {
        foreach (var script in ActionFile.Steps.Select(step => step.Text("run")).Where(script => script.Length > 0))
        {
            Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
            Assert.Matches("^bash \"\\$GITHUB_ACTION_PATH/build/action/[a-z]+\\.sh\"$", script);
        }
    }

    [Fact]
    public void Every_script_runs_in_bash()
    {
        Assert.All(
            ActionFile.Steps.Where(step => step.Get("run") is not null),
            step => Assert.Equal("bash", step.Text("shell"))
        );
    }

    [Fact]
    public void Every_input_reaches_a_step()
    {
        var used = ActionFile
            .Steps.SelectMany(step => step.Get("env").Pairs().Concat(step.Get("with").Pairs()))
            .Select(pair => pair.Value)
            .ToHashSet();

        Assert.All(ActionFile.Inputs.Keys, input => Assert.Contains($"${{{{ inputs.{input} }}}}", used));
    }

    [Fact]
    public void No_variable_is_a_setting_of_the_tool() =>
        Assert.DoesNotContain(
            ActionFile.Steps.SelectMany(step => step.Get("env").Keys()),
            name => name.StartsWith("KAIZEN_", StringComparison.Ordinal)
        );

    [Fact]
    public void The_default_version_is_the_version_of_the_sources()
    {
        var props = System.Xml.Linq.XDocument.Load(Repository.PathOf("Directory.Build.props"));

        Assert.Equal(props.Descendants("VersionPrefix").Single().Value, ActionFile.Inputs["version"]);
    }

    [Fact]
    public void A_rejected_upload_does_not_fail_the_job()
    {
        var upload = ActionFile.Steps.Single(step =>
            step.Text("uses").StartsWith("github/codeql-action/", StringComparison.Ordinal)
        );

        Assert.Equal("true", upload.Text("continue-on-error"));
    }

    [Fact]
    public void All_inputs_and_outputs_are_documented()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/ci.md"));

        Assert.All(
            ActionFile.Inputs.Keys,
            input => Assert.Contains($"\n| `{input}` |", page, StringComparison.Ordinal)
        );
        Assert.All(ActionFile.Outputs.Keys, output => Assert.Contains($"`{output}`", page, StringComparison.Ordinal));
    }
}
