using KaizenGate.Core.Files;

namespace KaizenGate.Core.Tests.Files;

public sealed class SystemCallTests
{
    [Fact]
    public void A_file_size_limit_is_a_failure_of_the_file()
    {
        // What .NET throws for EFBIG.
        static void Call() => throw new ArgumentOutOfRangeException("value", "Specified file length was too large.");

        var failed = Assert.Throws<IOException>(() => SystemCall.Of(Call));

        Assert.Equal("the file would exceed the file size limit", failed.Message);
    }

    [Fact]
    public void A_wrong_argument_remains_one()
    {
        static void Call() => ArgumentOutOfRangeException.ThrowIfNegative(-1, "offset");

        Assert.Throws<ArgumentOutOfRangeException>(() => SystemCall.Of(Call));
    }
}
