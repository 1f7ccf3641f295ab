# Shows how far a Maven build is, a line for each module; its whole output goes to LOG.
{ print > LOG; fflush(LOG) }
/Downloaded from/ { downloads++; if (TERMINAL && downloads % 5 == 0) { printf "\r  fetching libraries: %d files", downloads; fflush() } }
/^\[INFO\] Building .* \[[0-9]+\/[0-9]+\]/ {
    if (TERMINAL && downloads) printf "\r\033[2K"
    place = $NF; gsub(/[\[\]]/, "", place)
    printf "  building %s (%s)\n", $3, place; fflush()
}
END { if (TERMINAL && downloads) printf "\r\033[2K" }
