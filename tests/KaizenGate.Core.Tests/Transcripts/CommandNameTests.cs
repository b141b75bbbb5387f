using CsCheck;
using KaizenGate.Core.Escaping;
using KaizenGate.Core.Transcripts;

namespace KaizenGate.Core.Tests.Transcripts;

public sealed class CommandNameTests
{
    [Theory]
    [InlineData("dotnet test", "dotnet test")]
    [InlineData("cd /home/ada/shop && dotnet test tests/A.Tests --filter Name~X 2>&1 | tail -20", "dotnet test <path>")]
    [InlineData("dotnet test tests/B.Tests -c Release --no-build", "dotnet test <path>")]
    [InlineData("CI=1 npm run test:unit -- --watch=false", "npm run test:unit")]
    [InlineData("timeout 60 npm install", "npm install")]
    [InlineData("sudo -E apt-get install -y jq", "apt-get install")]
    [InlineData("python -m pytest tests/test_a.py::test_b -x", "python pytest <path>")]
    [InlineData("python3 scripts/release.py --version 1.2.3", "python3 scripts/release.py")]
    [InlineData("/usr/bin/make -j8 all", "make all")]
    [InlineData("./build.sh fast > log.txt 2>&1", "build.sh fast")]
    [InlineData("git commit -m \"Add the thing\"", "git commit")]
    [InlineData("git push origin feature/x", "git push origin <path>")]
    [InlineData("git checkout 0ce5b0fe3d", "git checkout <hash>")]
    [InlineData("curl -H 'Authorization: Bearer abcdef' https://example.org/a?b=c", "curl <url>")]
    [InlineData("docker compose -f a.yml up -d", "docker compose up")]
    [InlineData("kill 4711", "kill <n>")]
    [InlineData("git status && dotnet build; echo $?", "dotnet build")]
    [InlineData("ls -la /tmp", "ls")]
    [InlineData("cat > a.py <<'EOF'\nimport os\nrm -rf /\nEOF", "cat")]
    [InlineData("# a remark\nmake", "make")]
    [InlineData("echo hunter2 | docker login -u ada --password-stdin", "docker login")]
    [InlineData("mysql -u root -p hunter2 shop", "mysql shop")]
    [InlineData("export TOKEN=abc; sleep 5", null)]
    [InlineData("", null)]
    public void A_command_is_named(string line, string? expected) => Assert.Equal(expected, CommandName.Of(line)?.Text);

    [Theory]
    [InlineData("dotnet test", nameof(CommandPurpose.Check))]
    [InlineData("npm run lint", nameof(CommandPurpose.Check))]
    [InlineData("npx tsc --noEmit", nameof(CommandPurpose.Check))]
    [InlineData("./scripts/check.sh", nameof(CommandPurpose.Check))]
    [InlineData("python app.py", nameof(CommandPurpose.Check))]
    [InlineData("dotnet run --project src", nameof(CommandPurpose.Check))]
    [InlineData("npm install", nameof(CommandPurpose.Act))]
    [InlineData("docker compose up -d", nameof(CommandPurpose.Act))]
    [InlineData("git push", nameof(CommandPurpose.Act))]
    [InlineData("git log --oneline", nameof(CommandPurpose.Look))]
    [InlineData("rg foo src | head", nameof(CommandPurpose.Look))]
    public void Its_purpose_is_known(string line, string expected) =>
        Assert.Equal(expected, $"{CommandName.Of(line)?.Purpose}");

    [Fact]
    public void Any_text_has_a_short_printable_name() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab1 -'\"\\|&;<>$(){}\n/=~@."], 0, 60])
            .Sample(
                line =>
                {
                    var name = CommandName.Of(line)?.Text ?? "";
                    return name.Length <= 121 && VisibleText.IsSafe(name);
                },
                iter: 20_000
            );
}
